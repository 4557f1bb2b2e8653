"""When a mentor may think of a talk: plain rules of a school, what she did then, and no score of anybody."""
