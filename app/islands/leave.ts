/** Leaves at once for a neutral page, which takes the place of this one in the history of the browser. */
export default function leave(link: HTMLElement): void {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    location.replace((link as HTMLAnchorElement).href);
  });
}
