/** Things to tick off, on the screen for oneself or on paper; nothing is sent. */
export function Checklist({ items }: { items: string[] }) {
  return (
    <ul className="checklist">
      {items.map((item, i) => (
        <li className="choice" key={item}>
          <input type="checkbox" id={`check-${i}`} autoComplete="off" />
          <label htmlFor={`check-${i}`}>{item}</label>
        </li>
      ))}
    </ul>
  );
}
