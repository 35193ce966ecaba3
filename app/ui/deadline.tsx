/** A deadline: always the absolute time with its zone, the distance only beside it. */
export function Deadline({ absolute, relative, iso, label }: { absolute: string; relative?: string; iso: string; label?: string }) {
  return (
    <span className="deadline-text">
      {label ? <strong>{label} </strong> : null}
      <time dateTime={iso}>{absolute}</time>
      {relative ? <span className="hint"> ({relative})</span> : null}
    </span>
  );
}
