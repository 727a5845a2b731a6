// The last room: nobody stands behind it who could use it.
export {}
