"""One message with all that was collected for a person, instead of many."""
