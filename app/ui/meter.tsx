/** How much of a limit is used: the sentence says it, the bar shows it. */
export function Meter({ label, used, limit }: { label: string; used: number; limit: number }) {
  return (
    <div className="meter">
      <span>{label}</span>
      <meter min={0} max={Math.max(limit, 1)} high={limit * 0.9} value={Math.min(used, limit)} aria-label={label} />
    </div>
  );
}
