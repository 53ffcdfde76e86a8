const formats = new Map<string, Intl.DateTimeFormat>();

/** The zone of this device. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The moment at which a clock in the zone shows this; the earlier one if it does so twice, the later if never. */
export function instantOf(wallClock: string, zone: string): number {
  const wanted = Date.parse(`${wallClock}Z`);
  const candidates = [wanted - offset(zone, wanted - 86_400_000), wanted - offset(zone, wanted + 86_400_000)];
  const exact = candidates.filter((time) => time + offset(zone, time) === wanted);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

/** Milliseconds that clocks of the zone are ahead of UTC at a moment. */
function offset(zone: string, time: number): number {
  const parts = Object.fromEntries(formatOf(zone).formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}
