type Point = readonly [lat: number, lon: number];

// The city is some 31 km wide: whoever is farther from every district than this is not in it.
const farthest = 0.12;
// At this latitude a degree of longitude is about two thirds of a degree of latitude.
const apart = ([lat, lon]: Point, [otherLat, otherLon]: Point) => Math.hypot(lat - otherLat, (lon - otherLon) * 0.64);

/** The district whose centre is nearest to a point, or null where the point is outside the city. */
export function districtAt(point: Point, centres: Readonly<Record<string, Point>>): string | null {
  const [nearest] = Object.entries(centres).map(([slug, centre]) => ({ slug, distance: apart(point, centre) })).sort((a, b) => a.distance - b.distance);
  return nearest && nearest.distance < farthest ? nearest.slug : null;
}

/** Asks the device where it is, works out the district here, and sends the form with its name alone. */
export default function nearMe(box: HTMLElement): void {
  const form = box.closest('form');
  const button = box.querySelector('button');
  const message = box.querySelector<HTMLElement>('[data-failed]');
  const district = form?.elements.namedItem('from');
  const order = form?.elements.namedItem('sort');
  if (!form || !button || !message || !(district instanceof HTMLSelectElement) || !('geolocation' in navigator)) return;
  const centres = JSON.parse(box.dataset.centres ?? '{}') as Record<string, Point>;
  const failed = () => {
    message.textContent = message.dataset.failed ?? '';
    button.disabled = false;
    district.focus();
  };
  box.hidden = false;
  button.addEventListener('click', () => {
    message.textContent = '';
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const found = districtAt([coords.latitude, coords.longitude], centres);
        if (!found) return failed();
        district.value = found;
        // Without an order of its own, a district asks for what is near to it.
        if (order instanceof HTMLSelectElement) order.disabled = true;
        form.submit();
      },
      failed,
      { enableHighAccuracy: false, timeout: 10_000, maximumAge: 300_000 },
    );
  });
}
