import { describe, expect, it } from "vitest";
import { PARTS, readRing } from "./rings";

describe("the ring of a cluster", () => {
  it("says how many parts say yes, no, are open, and the rest", () => {
    expect(readRing("ring-34-12-6-2")).toEqual({ size: 34, yes: 12, no: 6, open: 2, rest: 4 });
  });
  it("never has more parts than the whole, however the shares were rounded", () => {
    const ring = readRing("ring-34-13-12-3");
    expect(ring).toEqual({ size: 34, yes: 13, no: 11, open: 0, rest: 0 });
    expect(ring && ring.yes + ring.no + ring.open + ring.rest).toBe(PARTS);
  });
  it("is none for other pictures or sizes nobody draws", () => {
    expect(readRing("verified-yes")).toBeNull();
    expect(readRing("ring-9999-1-1-1")).toBeNull();
  });
});
