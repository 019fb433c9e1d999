def x = [:]
x[a: 1] = 2
