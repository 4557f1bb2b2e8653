"""What a class works on, as its news says, leads to what is asked about it at home."""
