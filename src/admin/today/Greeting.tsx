'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** By the reader’s own clock, which the server does not know. */
export const Greeting = ({ name }: { name: string }) => {
  const words = useSyncExternalStore(never, greetingNow, () => 'Hello')
  return (
    <h1>
      {words}, {name.split(' ')[0]}
    </h1>
  )
}

const greetingNow = (): string => {
  const hour = new Date().getHours()
  return hour >= 5 && hour < 12 ? 'Good morning' : hour >= 12 && hour < 18 ? 'Good afternoon' : 'Good evening'
}
