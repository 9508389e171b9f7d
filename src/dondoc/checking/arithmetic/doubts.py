"""What else may explain figures that do not fit, in the words that a reader sees."""

CUT_OFF = "có thể đã bỏ phần lẻ, không làm tròn"
NESTED = "có thể có phần nằm trong phần khác"
NOT_ALL = "có thể chưa kể hết các phần"
OVERLAP = "các nhóm có thể trùng nhau"
ROUNDED = "số tổng có thể đã làm tròn"
