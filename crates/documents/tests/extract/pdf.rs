//! A PDF of many pages, made in memory; tests and the benchmark share it.

use std::fmt::Write as _;

/// A PDF of as many pages as asked for, each with a number of its own.
pub(crate) fn pdf(pages: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    let mut object = |bytes: &mut Vec<u8>, body: &str| {
        offsets.push(bytes.len());
        let number = offsets.len();
        bytes.extend_from_slice(format!("{number} 0 obj\n{body}\nendobj\n").as_bytes());
    };
    let kids: Vec<String> = (0..pages)
        .map(|page| format!("{} 0 R", 4 + page * 2))
        .collect();
    object(&mut bytes, "<< /Type /Catalog /Pages 2 0 R >>");
    let tree = format!(
        "<< /Type /Pages /Count {pages} /Kids [{}] >>",
        kids.join(" ")
    );
    object(&mut bytes, &tree);
    object(
        &mut bytes,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    );
    for page in 0..pages {
        let content = format!(
            "BT /F1 11 Tf 60 700 Td (Leaf {} says that the committee met and wrote it down.) Tj ET",
            page + 1
        );
        object(
            &mut bytes,
            &format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
                 /Resources << /Font << /F1 3 0 R >> >> >>",
                5 + page * 2
            ),
        );
        object(
            &mut bytes,
            &format!(
                "<< /Length {} >>\nstream\n{content}\nendstream",
                content.len()
            ),
        );
    }
    let start = bytes.len();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", offsets.len() + 1);
    for offset in &offsets {
        let _ = writeln!(table, "{offset:010} 00000 n ");
    }
    let _ = write!(
        table,
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        offsets.len() + 1
    );
    bytes.extend_from_slice(table.as_bytes());
    bytes
}
