"""What tools/claims_page.py is made of: claims of the record and answers of the program in, a page out."""
