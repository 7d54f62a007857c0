"""What tools/state_pages.py and tools/draw_projection.py are made of: answers of the program in, pages out."""
