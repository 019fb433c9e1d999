class P { static P[] ps; def a }
println P[*:[a: 1]].a
println java.util.Date[time: 1]
def p = P[a: 3]
println p.a
println Date[time: 5].time
