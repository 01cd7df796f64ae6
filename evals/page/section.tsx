import type { ReactNode } from 'react'

/** A part of the page under its heading; what is wide scrolls by itself. */
export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2>{title}</h2>
    <div className="scroll">{children}</div>
  </section>
)
