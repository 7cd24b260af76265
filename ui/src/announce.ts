/** Makes a place in `parent` whose text is read aloud when it changes, and returns the way to speak. */
export function announcer(parent: Element): (text: string) => void {
  const place = document.createElement("p");
  place.className = "sr";
  place.setAttribute("role", "status");
  parent.append(place);
  return (text) => {
    place.textContent = text;
  };
}
