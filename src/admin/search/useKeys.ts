'use client'

import { useEffect } from 'react'
import { step } from './rows'

/** Keys that act anywhere but where someone types: those given, and `j` and `k` for the next and the one before. */
export const useKeys = (acts: Readonly<Record<string, () => void>>): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (isTyping(event.target) || document.querySelector('.vouch-dialog')) return
      const act = { ...acts, j: () => step(1), k: () => step(-1) }[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [acts])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
