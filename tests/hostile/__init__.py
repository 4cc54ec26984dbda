"""Programs that mean harm, each beside a victim: what the phone must stay through all of them."""
