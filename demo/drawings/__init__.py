"""Hand-made flat drawings: faces for the cast and pictures of what a class did. SVG in, JPEG out."""
