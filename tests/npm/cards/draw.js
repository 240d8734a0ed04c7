// In the page: draws a card with the official renderer and tells what came of it.
window.drawCard = card => {
  const { AdaptiveCard, HostConfig, SerializationContext, Versions } = window.AdaptiveCards;
  const shown = [];
  const said = [];
  AdaptiveCard.onRenderOverflowActions = actions => {
    for (const action of actions) shown.push(action.title);
    return false;
  };
  const warn = console.warn;
  console.warn = (...words) => said.push(words.join(" "));

  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig({ supportsInteractivity: true, actions: { maxActions: 6 } });
  const context = new SerializationContext(Versions.v1_5);
  drawn.parse(card, context);
  for (let i = 0; i < context.eventCount; i++) said.push(context.getEventAt(i).message);
  for (const failure of drawn.validateProperties().validationEvents) {
    // More than six are well: the rest is marked to go into the menu.
    if (failure.event !== window.AdaptiveCards.ValidationEvent.TooManyActions) said.push(failure.message);
  }
  const element = drawn.render();
  document.body.replaceChildren(element);
  for (const input of drawn.getAllInputs()) input.showValidationErrorMessage();
  console.warn = warn;

  collect(element, shown);
  const all = [...element.querySelectorAll("*")];
  return {
    said,
    shown,
    elements: [...new Set(all.map(e => e.localName))],
    addresses: all.flatMap(e => [e.getAttribute("href"), e.getAttribute("src")]).filter(Boolean),
    handlers: all.flatMap(e => e.getAttributeNames()).filter(name => name.startsWith("on")),
    headings: element.querySelectorAll("[role=heading]").length,
    title: document.title,
  };
};

// What can be read: texts, and what inputs and pictures say.
function collect(element, shown) {
  let run = "";
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) run += node.data;
    else if (node.localName === "br") run += "\n";
    else if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.localName === "img") shown.push(node.alt);
      if (node.localName === "input" || node.localName === "textarea") shown.push(node.value, node.placeholder);
      collect(node, shown);
    }
  }
  shown.push(run);
}
