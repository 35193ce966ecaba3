/** One way to narrow a list, with how many each choice would leave; stands in a GET form. */
export function Facet({ name, legend, options, chosen, open }: { name: string; legend: string; options: { value: string; label: string; count: number }[]; chosen: readonly string[]; open?: boolean }) {
  return (
    <details className="facet" open={open ?? chosen.length > 0}>
      <summary>{legend}</summary>
      <fieldset>
        <legend className="visually-hidden">{legend}</legend>
        {options.map(({ value, label, count }) => (
          <label className="choice" key={value}>
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {label}
            <span className="count">{count}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
