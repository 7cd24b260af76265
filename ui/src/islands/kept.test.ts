import { describe, expect, it } from "vitest";
import { type Control, parseKept, remember, restore } from "./kept";

const control = (name: string, value: string, type = "text", isPrivate = false): Control => ({ name, value, type, private: isPrivate });
const tick = (name: string, value: string, checked: boolean, type = "checkbox"): Control => ({ name, value, type, checked, private: false });

describe("what is kept of a form", () => {
  it("is what was typed and ticked", () => {
    expect(remember([control("said", "We have a union"), tick("off", "1", true)])).toEqual([
      { name: "said", nth: 0, value: "We have a union" },
      { name: "off", nth: 0, value: true },
    ]);
  });
  it("is never a passphrase, a file, a hidden token or a field marked private", () => {
    const secret = [control("pass", "x", "password"), control("files", "x", "file"), control("token", "x", "hidden"), control("name", "x", "text", true)];
    expect(remember(secret)).toEqual([]);
  });
});

describe("what comes back", () => {
  it("goes into the same controls, also where several share a name", () => {
    const fields = [control("alias", ""), control("alias", ""), tick("side", "workers", false, "radio"), tick("side", "union", true, "radio")];
    const before = [control("alias", "Meghna"), control("alias", "MKC"), tick("side", "workers", true, "radio"), tick("side", "union", false, "radio")];
    expect(restore(fields, remember(before))).toBe(4);
    expect(fields.map((field) => field.checked ?? field.value)).toEqual(["Meghna", "MKC", true, false]);
  });
  it("counts no change when the server already gave the text back", () => {
    const field = [control("said", "We have a union")];
    expect(restore(field, remember(field))).toBe(0);
  });
  it("never fills a passphrase, whatever is in the memory", () => {
    const field = control("pass", "", "password");
    expect(restore([field], [{ name: "pass", nth: 0, value: "x" }])).toBe(0);
    expect(field.value).toBe("");
  });
  it("is nothing when the memory was spoiled", () => {
    expect(parseKept(null)).toEqual([]);
    expect(parseKept("{")).toEqual([]);
    expect(parseKept('[{"name":1},{"name":"a","nth":0,"value":"b"},null]')).toEqual([{ name: "a", nth: 0, value: "b" }]);
  });
});
