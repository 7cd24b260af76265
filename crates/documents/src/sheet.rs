//! Tables out: XLSX and CSV.
