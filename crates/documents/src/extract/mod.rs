//! Text and tables out of PDF, DOCX, XLSX, HTML and plain text, with pages and offsets.
