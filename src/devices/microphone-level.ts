/** How often the level is reported when motion should be reduced, in ms. */
const calmInterval = 500;

/**
 * Measures how loud a microphone is, once per frame while the page is visible.
 *
 * @param onLevel Called with the level, from 0 to 1. Speech near the microphone is about 0.5.
 * @returns A function that stops measuring. It does not stop the microphone.
 */
export function watchLevel(stream: MediaStream, onLevel: (level: number) => void): () => void {
  if (typeof AudioContext === 'undefined') return () => {};
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  const source = context.createMediaStreamSource(stream);
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let frame = 0;
  let told = 0;

  function measure(time: number) {
    frame = requestAnimationFrame(measure);
    if (isCalm && time - told < calmInterval) return;
    told = time;
    analyser.getFloatTimeDomainData(samples);
    onLevel(levelOf(samples));
  }

  function follow() {
    cancelAnimationFrame(frame);
    if (document.hidden) return;
    // In some browsers, it is suspended at first.
    void context.resume().catch(() => {});
    frame = requestAnimationFrame(measure);
  }

  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    cancelAnimationFrame(frame);
    source.disconnect();
    void context.close().catch(() => {});
  };
}

/** The quietest sound that counts, in decibels below the loudest. */
const range = 60;

/** The perceived loudness of samples, from 0 to 1, on a decibel scale. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, 1 + decibels / range));
}
