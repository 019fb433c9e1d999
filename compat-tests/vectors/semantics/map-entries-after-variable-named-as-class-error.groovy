class P { def a }
P[a: 1].a = 3
P?[a: 1].a = 3
def P = 3
println P[a: 1]
