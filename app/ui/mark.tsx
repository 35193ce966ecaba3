/** The mark: the city as a circle that is open to one more. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true">
      <path d="M30.6 9.4A15 15 0 1 0 35 20" fill="none" stroke="currentColor" strokeWidth="6" strokeLinecap="round" />
      <circle className="spark" cx="33.5" cy="8" r="4" />
    </svg>
  );
}

/** Several open circles together, behind the head of the home page. */
export function Motif() {
  return (
    <svg className="motif" viewBox="0 0 400 400" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="26" strokeLinecap="round">
      <path d="M262 98A120 120 0 1 0 300 190" />
      <path d="M352 262A84 84 0 1 0 372 330" opacity=".6" />
      <path d="M130 300A52 52 0 1 0 142 340" opacity=".35" />
      <circle className="spark" cx="292" cy="92" r="16" stroke="none" />
    </svg>
  );
}
