"""What every test of ours may ask for."""
