"""What the product costs, each figure beside a bare baseline measured in the same run."""
