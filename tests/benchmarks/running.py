"""STAND-IN"""
def measure_running():
    return []
