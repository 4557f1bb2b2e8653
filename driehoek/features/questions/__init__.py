"""What parents of a class ask each other: something practical, answered by parents or by school."""
