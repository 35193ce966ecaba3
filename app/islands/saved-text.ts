/** A part that was saved needs no copy in this browser any more. */
export default function savedText(): void {
  const address = new URL(location.href);
  const section = address.searchParams.get('saved');
  if (!section) return;
  try {
    localStorage.removeItem(`offer:${address.pathname.split('/').slice(2).join('/')}/section/${section}`);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  address.searchParams.delete('saved');
  history.replaceState(null, '', address);
}
