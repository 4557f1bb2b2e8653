"""What a student brings from home stands beside the preparation of a talk about her."""
