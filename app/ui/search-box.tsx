/** One box that searches. */
export function SearchBox({ action, name = 'q', label, button, defaultValue, example, spark }: { action: string; name?: string; label: string; button: string; defaultValue?: string; example?: string; spark?: boolean }) {
  return (
    <form className="search" role="search" method="get" action={action}>
      <input type="search" name={name} aria-label={label} placeholder={example} defaultValue={defaultValue} maxLength={200} />
      <button className={spark ? 'button spark' : 'button'}>{button}</button>
    </form>
  );
}
