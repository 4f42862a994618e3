/**
 * Evens out a line: each value becomes a mean of all before it, in which older ones count less. 0 leaves it as it is, 0.99 is very smooth.
 * The first values are corrected for the missing past, so that the line begins where the values do.
 */
export function smooth(values: (number | null)[], weight: number): (number | null)[] {
  if (weight <= 0) return values;
  let mean = 0;
  let power = 1;
  return values.map((value) => {
    if (value === null || !Number.isFinite(value)) return null;
    mean = weight * mean + (1 - weight) * value;
    power *= weight;
    return mean / (1 - power);
  });
}
