"""Tips to practise at home in a few minutes: ours, and those that a school adds."""
