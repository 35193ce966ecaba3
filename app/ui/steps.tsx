/** A path in steps, with "you are here". */
export function Steps({ items, current }: { items: { label: string }[]; current: number }) {
  return (
    <ol className="steps">
      {items.map(({ label }, i) => (
        <li key={label} className={i < current ? 'past' : undefined} {...(i === current ? { 'aria-current': 'step' as const } : {})}>{label}</li>
      ))}
    </ol>
  );
}
