"""Career assignments: a student and her home do one together; she says what of it comes to the talk."""
