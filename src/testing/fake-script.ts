/** Returns the steps of a script in order; the last one repeats, and an empty script always gives `fallback`. */
export function createScript<Step>(steps: readonly Step[], fallback: Step): () => Step {
  let next = 0;
  return () => {
    const step = steps[Math.min(next, steps.length - 1)];
    next += 1;
    return step ?? fallback;
  };
}
