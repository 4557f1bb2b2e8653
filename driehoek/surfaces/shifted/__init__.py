"""A step of looking along shifts with the holiday it is bound to."""
