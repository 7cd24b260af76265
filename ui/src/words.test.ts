import { describe, expect, it } from "vitest";
import { fill, number, size } from "./words";

describe("fill", () => {
  it("puts each value into its gap, wherever the language puts it", () => {
    expect(fill("{shown} of {total} in view", { shown: 3, total: "60" })).toBe("3 of 60 in view");
    expect(fill("{total} এর মধ্যে {shown}", { shown: 3, total: 60 })).toBe("60 এর মধ্যে 3");
  });
  it("leaves a gap it has no value for, so that the mistake is seen", () => {
    expect(fill("{name} is too large", {})).toBe("{name} is too large");
  });
  it("does not read a value as a sentence with gaps of its own", () => {
    expect(fill("{name}: {limit}", { name: "{limit}.pdf", limit: "1 MB" })).toBe("{limit}.pdf: 1 MB");
  });
});

describe("size", () => {
  it("uses a unit that reads at a glance", () => {
    expect(size(512, "en")).toBe("512 byte");
    expect(size(1_540, "en")).toBe("2 kB");
    expect(size(104_857_600, "en")).toBe("104.9 MB");
  });
  it("writes numbers as the reader does", () => {
    expect(size(104_857_600, "nl")).toContain("104,9");
    expect(number(1234, "nl")).toBe("1.234");
  });
});
