/** The design tokens of a stylesheet. */
export interface Tokens {
  /** Variables that contain a colour, in both schemes. */
  colours: { name: string; dark: string; light: string }[];
  /** The other variables. */
  variables: { name: string; value: string }[];
  /** The text styles, largest first. */
  type: { selector: string; size: string; lineHeight: string; weight: string }[];
  /** Distances and radii in px, smallest first, and the classes that use them. */
  spacing: Size[];
  radii: Size[];
}

interface Size {
  value: string;
  usedBy: string[];
}

const isSpace = (property: string) => /^(padding|margin|(row|column)-gap)/.test(property);
const isRadius = (property: string) => /^border-.*-radius$/.test(property);
const isLength = (value: string) => /^(?!0px)[\d.]+(px|%)$/.test(value);

/** Reads the tokens from a stylesheet, so that a page about them is never out of date. */
export function readTokens(css: string): Tokens {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const rules = [...sheet.cssRules].filter((rule) => rule instanceof CSSStyleRule);
  const variablesOf = (part: string) =>
    new Map(
      rules
        .filter(({ selectorText }) => selectorText.includes(part))
        .flatMap(({ style }) =>
          [...style].map((name) => [name, style.getPropertyValue(name).trim()] as const),
        )
        .filter(([name]) => name.startsWith('--')),
    );
  const light = variablesOf('[data-theme="light"]');
  const dark = variablesOf(':root');
  const isColour = ([, value]: [string, string]) => CSS.supports('color', value);
  const sizes = (isOne: (property: string) => boolean): Size[] => {
    const users = new Map<string, Set<string>>();
    for (const { style, selectorText } of rules) {
      for (const property of [...style].filter(isOne)) {
        const value = style.getPropertyValue(property);
        if (!isLength(value)) continue;
        users.set(value, (users.get(value) ?? new Set()).add(nameOf(selectorText)));
      }
    }
    return [...users]
      .map(([value, usedBy]) => ({ value, usedBy: [...usedBy] }))
      .sort(
        (a, b) =>
          Number(a.value.endsWith('%')) - Number(b.value.endsWith('%')) ||
          parseFloat(a.value) - parseFloat(b.value),
      );
  };
  return {
    colours: [...dark]
      .filter(isColour)
      .map(([name, value]) => ({ name, dark: value, light: light.get(name) ?? value })),
    variables: [...dark]
      .filter((entry) => !isColour(entry) && entry[0] !== '--rzm-scheme')
      .map(([name, value]) => ({ name, value })),
    type: rules
      .filter(({ style }) => style.fontSize.endsWith('px'))
      .map(({ selectorText, style }) => ({
        selector: nameOf(selectorText),
        size: style.fontSize,
        lineHeight: style.lineHeight,
        weight: style.fontWeight,
      }))
      .sort((a, b) => parseFloat(b.size) - parseFloat(a.size)),
    spacing: sizes(isSpace),
    radii: sizes(isRadius),
  };
}

/** The last class of a selector, which is the element that it styles. */
const nameOf = (selector: string) => /.*(\.[\w-]+)/.exec(selector)?.[1] ?? selector;

/** The contrast between two opaque colours, as defined by WCAG 2. */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((one, other) => one - other) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
