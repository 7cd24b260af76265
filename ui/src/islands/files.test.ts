import { describe, expect, it } from "vitest";
import { destination, merge, refusal, sent } from "./files";

const file = (name: string, size = 1) => ({ name, size, lastModified: 0 });

describe("chosen files", () => {
  it("are added to, and the same file counts once", () => {
    expect(merge([file("a.pdf"), file("b.pdf")], [file("a.pdf"), file("c.pdf")]).map(({ name }) => name)).toEqual(["a.pdf", "b.pdf", "c.pdf"]);
  });
  it("of one name but another size are two files", () => {
    expect(merge([file("a.pdf", 1)], [file("a.pdf", 2)])).toHaveLength(2);
  });
});

describe("sending", () => {
  it("says a hundred only when all has gone out", () => {
    expect(sent(999, 1000)).toBe(99);
    expect(sent(1000, 1000)).toBe(100);
    expect(sent(0, 0)).toBe(0);
  });
  it("passes on why the server refused", () => {
    expect(refusal('{"title":"Too large","detail":"scan.pdf is over 100 MB; split it."}')).toBe("scan.pdf is over 100 MB; split it.");
    expect(refusal('{"title":"Too large"}')).toBe("Too large");
    expect(refusal("<html>")).toBeNull();
    expect(refusal("null")).toBeNull();
    expect(refusal('{"taken":1,"faults":[{"field":"files","message":"a.pdf: damaged"},{"field":"files","message":"b.pdf: empty"}]}')).toBe("a.pdf: damaged\nb.pdf: empty");
    expect(destination('{"see":"/audits","done":"audits-uploaded"}')).toBe("/audits");
    expect(destination('{"see":"//evil.example"}')).toBeNull();
    expect(destination("<html>")).toBeNull();
  });
});
