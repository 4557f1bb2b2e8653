"""Letters that go along with a child: collected per class, printed, given along, and answered on paper."""
