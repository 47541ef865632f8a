import { classNames } from '../layout/classes.js';
import classes from './Mark.module.css';

interface Point {
  readonly x: number;
  readonly y: number;
}

const at = (centre: Point, degrees: number, distance: number): Point => ({
  x: Math.round((centre.x + Math.cos((degrees * Math.PI) / 180) * distance) * 100) / 100,
  y: Math.round((centre.y + Math.sin((degrees * Math.PI) / 180) * distance) * 100) / 100,
});

/** One flyer: a hair with a small umbrella of three rays and a dot where it will root. */
function Flyer({ from, degrees, length, weight }: { readonly from: Point; readonly degrees: number; readonly length: number; readonly weight: number }) {
  const head = at(from, degrees, length);
  const rays = [-42, 0, 42].map((turn) => at(head, degrees + turn, length * 0.36));
  return (
    <path
      className={classes.seed}
      strokeWidth={weight}
      d={`M${from.x} ${from.y}L${head.x} ${head.y}${rays.map((ray) => `M${head.x} ${head.y}L${ray.x} ${ray.y}`).join('')}`}
    />
  );
}

/** The sign of the product: a dandelion clock. Decoration only; the name stands beside it. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  const centre = { x: 16, y: 12.2 };
  // Thirteen flyers leave just the stem's place free at the bottom.
  const rays = Array.from({ length: 13 }, (_, step) => ({ inner: at(centre, 112 + step * 26.3, 8.8), outer: at(centre, 112 + step * 26.3, 10.2) }));
  return (
    <svg className={classes.mark} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path className={classes.stem} strokeWidth={1.7} d="M16 13c.5 6-.2 11.5-2.8 18" />
      <path className={classes.ray} strokeWidth={0.85} d={rays.map(({ inner }) => `M${centre.x} ${centre.y}L${inner.x} ${inner.y}`).join('')} />
      {rays.map(({ outer }) => (
        <circle key={outer.x} className={classes.tip} cx={outer.x} cy={outer.y} r={1.3} />
      ))}
      <circle cx={centre.x} cy={centre.y} r={2} fill="var(--mark-stem)" />
    </svg>
  );
}

/** Shown where a part of a page takes longer than a moment. The words for screen readers stand beside it. */
export function MarkLoader({ size = 40 }: { readonly size?: number }) {
  const centre = { x: 24, y: 20 };
  return (
    <svg className={classNames(classes.mark, classes.loader)} width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <path className={classes.stem} strokeWidth={2} d="M24 22c.3 8-.6 15-3.4 23" />
      {Array.from({ length: 9 }, (_, step) => (
        <Flyer key={step} from={centre} degrees={step * 40 - 90} length={10} weight={1.4} />
      ))}
      <circle cx={centre.x} cy={centre.y} r={3} fill="var(--mark-stem)" />
    </svg>
  );
}

/** The drawing of empty states: a clock whose first flyers are already on their way. */
export function MarkScene({ moving = false }: { readonly moving?: boolean }) {
  const centre = { x: 58, y: 52 };
  const loose: readonly (Point & { readonly degrees: number })[] = [
    { x: 104, y: 44, degrees: -24 },
    { x: 128, y: 24, degrees: -38 },
    { x: 146, y: 52, degrees: -14 },
  ];
  return (
    <svg className={classes.mark} width={180} height={120} viewBox="0 0 180 120" aria-hidden="true">
      <path className={classes.stem} strokeWidth={2.4} d="M58 56c1 24-2 42-9 62" />
      {Array.from({ length: 17 }, (_, step) => (
        <Flyer key={step} from={centre} degrees={step * 17.6 + 22} length={25} weight={1.3} />
      ))}
      <circle cx={centre.x} cy={centre.y} r={6} fill="var(--mark-stem)" />
      {loose.map((flyer) => (
        <g key={flyer.x} className={moving ? classes.flying : undefined}>
          <Flyer from={flyer} degrees={flyer.degrees} length={16} weight={1.3} />
          <circle className={classes.tip} cx={flyer.x} cy={flyer.y} r={2.6} />
        </g>
      ))}
    </svg>
  );
}
