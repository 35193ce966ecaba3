// Pages are complete without scripts. An island makes one piece of a page nicer: it is a module in
// `islands/` whose default export is given the element that carries `data-island="its-name"`.
const islands = import.meta.glob<{ default: (element: HTMLElement) => void }>('./islands/*.ts');

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const start = islands[`./islands/${element.dataset.island}.ts`];
  if (start) void start().then((island) => island.default(element));
}

export {};
