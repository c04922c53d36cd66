"""The texts of documents: read, cut into paragraphs and notes, and searched for what a map quotes from them."""
