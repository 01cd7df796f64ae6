'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { useComment } from './Commenting'
import { selectedPassage, type SelectedPassage } from './selectedPassage'

interface Picked {
  passage: SelectedPassage
  top: number
  left: number
}

/** The button’s width and what it keeps from the edge, in px. */
const ROOM = 230

/** Text in which words can be selected to be commented on; the button comes below the selection. */
export const PassagePicker = ({ children }: { children: React.ReactNode }) => {
  const text = useRef<HTMLDivElement>(null)
  const [picked, setPicked] = useState<Picked | null>(null)
  const comment = useComment()
  useEffect(() => {
    const onSelection = () => setPicked(text.current ? pickedIn(text.current) : null)
    document.addEventListener('selectionchange', onSelection)
    return () => document.removeEventListener('selectionchange', onSelection)
  }, [])
  return (
    <div className="vouch-text" ref={text}>
      {children}
      {picked && (
        <div
          className="vouch-picker"
          style={{ top: picked.top, left: picked.left }}
          // Pressing the button would end the selection.
          onMouseDown={(event) => event.preventDefault()}
        >
          <Button size="small" margin={false} onClick={() => comment(picked.passage)}>
            Comment on this passage
          </Button>
        </div>
      )}
    </div>
  )
}

const pickedIn = (text: HTMLElement): Picked | null => {
  const selection = document.getSelection()
  const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null
  if (!range || !text.contains(range.commonAncestorContainer)) return null
  const passage = selectedPassage(range, text)
  if (!passage) return null
  const [words, box] = [range.getBoundingClientRect(), text.getBoundingClientRect()]
  return {
    passage,
    top: words.bottom - box.top + 6,
    left: Math.max(0, Math.min(words.left - box.left, box.width - ROOM)),
  }
}
