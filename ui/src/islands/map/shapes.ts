// Draws the marks of the map in the same shapes as `.standing`, on a disc of paper so that they stand out.
import type { Standing } from "./geo";
import { PARTS, type Shares } from "./rings";

const SIZE = 22;
const SCALE = 2;

/** The colour variable each standing is drawn in. */
export const COLOUR: Readonly<Record<Standing, string>> = {
  "verified-yes": "--color-success",
  "verified-no": "--color-error",
  "claimed-yes": "--color-success",
  "claimed-no": "--color-error",
  contested: "--contested",
  unknown: "--unknown",
  "not-applicable": "--unknown",
  unreviewed: "--unreviewed",
  aged: "--muted",
};

/** A colour of the theme as the map library understands it (it does not read oklch). */
export function themeColour(name: string): string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return "#666";
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(name);
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

/** The picture of one standing. */
export function shape(standing: Standing): ImageData | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE * SCALE;
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  const colour = themeColour(COLOUR[standing]);
  context.scale(SCALE, SCALE);
  context.translate(SIZE / 2, SIZE / 2);
  context.beginPath();
  context.arc(0, 0, SIZE / 2 - 1, 0, 2 * Math.PI);
  context.fillStyle = themeColour("--color-base-100");
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = themeColour("--edge");
  context.stroke();
  context.fillStyle = context.strokeStyle = colour;
  context.lineWidth = 2;
  draw(context, standing);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/**
 * The picture of a cluster: a disc for the number, and around it the shares from the top clockwise. Yes is
 * a broad band, no a broad band of blocks, open a narrow line, not known a row of dots.
 */
export function ring(shares: Shares): ImageData | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = shares.size * SCALE;
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  context.scale(SCALE, SCALE);
  context.translate(shares.size / 2, shares.size / 2);
  context.beginPath();
  context.arc(0, 0, shares.size / 2 - 0.5, 0, 2 * Math.PI);
  context.fillStyle = themeColour("--color-base-100");
  context.fill();
  context.strokeStyle = themeColour("--edge");
  context.stroke();
  const radius = shares.size / 2 - 4.5;
  let from = -Math.PI / 2;
  const band = (parts: number, colour: string, width: number, dash: number[]): void => {
    if (parts === 0) return;
    const to = from + (parts / PARTS) * 2 * Math.PI;
    const gap = parts === PARTS ? 0 : 0.06;
    context.beginPath();
    context.arc(0, 0, radius, from + gap, to - gap);
    context.strokeStyle = themeColour(colour);
    context.lineWidth = width;
    context.setLineDash(dash);
    context.stroke();
    from = to;
  };
  band(shares.yes, "--color-success", 5, []);
  band(shares.no, "--color-error", 5, [3.2, 1.3]);
  band(shares.open, "--contested", 2.5, []);
  band(shares.rest, "--unknown", 2, [1.8, 2.4]);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** How many device pixels the pictures have for one of the page. */
export const PIXELS = SCALE;

function draw(context: CanvasRenderingContext2D, standing: Standing): void {
  const circle = (radius: number): void => {
    context.beginPath();
    context.arc(0, 0, radius, 0, 2 * Math.PI);
  };
  switch (standing) {
    case "verified-yes":
      circle(6);
      context.fill();
      break;
    case "verified-no":
      context.fillRect(-5.5, -5.5, 11, 11);
      break;
    case "claimed-yes":
      circle(5);
      context.stroke();
      break;
    case "claimed-no":
      context.strokeRect(-4.5, -4.5, 9, 9);
      break;
    case "contested":
      circle(5);
      context.stroke();
      context.beginPath();
      context.arc(0, 0, 5, Math.PI / 2, -Math.PI / 2);
      context.fill();
      break;
    case "unknown":
      context.setLineDash([1.6, 2.33]);
      circle(5);
      context.stroke();
      break;
    case "not-applicable":
      context.fillRect(-5, -1, 10, 2);
      break;
    case "unreviewed":
      context.rotate(Math.PI / 4);
      context.strokeRect(-3.75, -3.75, 7.5, 7.5);
      break;
    case "aged":
      circle(5);
      context.stroke();
      context.lineWidth = 1.5;
      context.beginPath();
      context.moveTo(0, -3.5);
      context.lineTo(0, 0.5);
      context.lineTo(3, 0.5);
      context.stroke();
      break;
  }
}
