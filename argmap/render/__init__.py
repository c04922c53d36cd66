"""What leaves argmap at the top: pictures, pages and messages. Nothing here opens a file or reads a clock."""
