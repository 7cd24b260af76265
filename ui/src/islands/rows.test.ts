import { describe, expect, it } from "vitest";
import { FINISHED, phase, readRows, wait } from "./rows";

describe("rows of work", () => {
  it("are read with their state, words and percent", () => {
    expect(readRows({ rows: [{ id: 17, state: "reading", state_text: "Reading page 4 of 12", percent: 33 }] })).toEqual([
      { id: "17", state: "reading", text: "Reading page 4 of 12", percent: 33 },
    ]);
  });
  it("have no percent when the server has none, and never one outside the bar", () => {
    expect(readRows({ rows: [{ id: "a", state: "waiting", percent: null }, { id: "b", state: "reading", percent: 140 }] }).map((row) => row.percent)).toEqual([null, 100]);
  });
  it("are left out when they cannot be placed", () => {
    expect(readRows({ rows: [{ state: "done" }, { id: 1 }, null, 4] })).toEqual([]);
    expect(readRows({})).toEqual([]);
    expect(readRows(null)).toEqual([]);
  });
  it("run until a state that ends them; the first of those is the good end", () => {
    expect(phase("reading", FINISHED)).toBe("running");
    expect(phase("a state made tomorrow", FINISHED)).toBe("running");
    expect(phase("done", FINISHED)).toBe("done");
    expect(phase("cancelled", FINISHED)).toBe("failed");
    expect(phase("imported", ["imported", "refused"])).toBe("done");
  });
  it("are asked for less often while the server is away", () => {
    expect([0, 1, 2, 9].map(wait)).toEqual([2_000, 4_000, 8_000, 30_000]);
  });
});
