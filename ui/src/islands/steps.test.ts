import { describe, expect, it } from "vitest";
import { key, step } from "./steps";

const pressed = (name: string, held: Partial<KeyboardEvent> = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe("keys of the review", () => {
  it("move and decide", () => {
    expect(["j", "k", "a", "r", "x"].map((name) => key(pressed(name)))).toEqual(["next", "previous", "accept", "reject", null]);
  });
  it("leave the browser's own shortcuts alone", () => {
    expect(key(pressed("r", { ctrlKey: true }))).toBeNull();
    expect(key(pressed("a", { metaKey: true }))).toBeNull();
  });
});

describe("steps among proposals", () => {
  const undecided = [false, true, false, true];
  it("begin at the first and stop at the ends", () => {
    expect(step(-1, "next", undecided)).toBe(0);
    expect(step(3, "next", undecided)).toBe(3);
    expect(step(0, "previous", undecided)).toBe(0);
  });
  it("go on after a decision with the next open one, from the top again if need be", () => {
    expect(step(1, "next-undecided", undecided)).toBe(3);
    expect(step(3, "next-undecided", undecided)).toBe(1);
  });
  it("stay when this was the last open one", () => {
    expect(step(1, "next-undecided", [false, true, false])).toBe(1);
  });
});
