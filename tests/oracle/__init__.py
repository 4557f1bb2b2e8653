"""The access rules said a second time, and a sweep that compares what people can read with them."""
